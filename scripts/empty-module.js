// Stands in for `node:dns`, which @xmpp/resolve imports even in browsers.
export default {};

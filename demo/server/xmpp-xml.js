// The part of @xmpp/xml that the server uses, with its types beside it in xmpp-xml.d.ts.
export { Element, Parser, xml } from '@xmpp/xml';

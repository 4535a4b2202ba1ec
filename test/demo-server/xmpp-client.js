// @xmpp/client as it comes, with the types these tests need beside it.
export { client, xml } from '@xmpp/client';

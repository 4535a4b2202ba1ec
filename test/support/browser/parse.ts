import { parseFrame } from '../../../demo/server/xml.js';
import type { XmlElement } from '../../../src/protocol/xml.js';

/** Reads one element with the client library's own parser, without a DOM. @throws at what is not well-formed */
export function parse(xml: string): XmlElement {
  return parseFrame(xml);
}

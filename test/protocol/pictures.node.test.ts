import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readImageHeader } from '../../src/protocol/image-header.js';
import { checkPicture, decodePicture, MAX_PICTURE_BYTES } from '../../src/protocol/picture-data.js';
import { avatarDataGet, readAvatarData, readAvatarEvent } from '../../src/protocol/user-avatar.js';
import { readPhotoHash, readVCardPhoto, vCardGet } from '../../src/protocol/vcard-photo.js';
import { parseXml, toXml } from '../../src/protocol/xml-text.js';
import { avatarDataWith, avatarEvent, base64, photoPresence, png, sha1, vCardWith } from '../support/browser/pictures.js';

const HASH = '01b87fcd030b72895ff8e88db57ec525450f000d';
const bytes = (text: string) => new TextEncoder().encode(text);
const iq = (payload: string) => parseXml(`<iq xmlns="jabber:client" type="result">${payload}</iq>`);

describe('the hash of a picture in presence (XEP-0153)', () => {
  const read = (hash?: string) => readPhotoHash(parseXml(photoPresence('juliet@capulet.com', hash)));

  it('is 40 hex digits, as lower case', () => {
    assert.equal(read(HASH.toUpperCase()), HASH);
    assert.equal(read(` ${HASH}\n`), HASH);
  });

  it('is empty for "no picture", and nothing where the client is not ready to tell', () => {
    assert.equal(read(''), '');
    assert.equal(read(), undefined);
  });

  it('is nothing where it is anything else, or in somebody else’s payload', () => {
    for (const hash of ['abc', `${HASH}0`, '../../etc/passwd', 'g'.repeat(40)]) assert.equal(read(hash), undefined);
    assert.equal(readPhotoHash(parseXml(`<presence xmlns="jabber:client"><x xmlns="other"><photo>${HASH}</photo></x></presence>`)), undefined);
    assert.equal(readPhotoHash(parseXml(`<presence xmlns="jabber:client"><z><x xmlns="vcard-temp:x:update"><photo>${HASH}</photo></x></z></presence>`)), undefined);
  });
});

describe('the photo of a vCard (XEP-0054)', () => {
  it('is asked of the bare address', () => {
    assert.equal(toXml(vCardGet('juliet@capulet.com')), '<iq xmlns="jabber:client" type="get" to="juliet@capulet.com"><vCard xmlns="vcard-temp"/></iq>');
  });

  it('is its BINVAL, never what is behind a URL', () => {
    assert.equal(readVCardPhoto(iq(vCardWith('AAAA'))), 'AAAA');
    assert.equal(readVCardPhoto(iq('<vCard xmlns="vcard-temp"><PHOTO><EXTVAL>http://evil.example/x.png</EXTVAL></PHOTO></vCard>')), undefined);
    assert.equal(readVCardPhoto(iq('<vCard xmlns="vcard-temp"/>')), undefined);
    assert.equal(readVCardPhoto(iq('')), undefined);
  });
});

describe('user avatars (XEP-0084)', () => {
  const read = (xml: string) => readAvatarEvent(parseXml(xml));

  it('are told by the account, with the id of the data', () => {
    assert.deepEqual(read(avatarEvent('juliet@capulet.lit', { id: HASH })), { from: 'juliet@capulet.lit', id: HASH });
  });

  it('are none any more when the metadata are empty', () => {
    assert.deepEqual(read(avatarEvent('juliet@capulet.lit')), { from: 'juliet@capulet.lit', id: '' });
  });

  it('are nothing of use behind a URL, too large, or with an id that is no hash', () => {
    assert.equal(read(avatarEvent('juliet@capulet.lit', { id: HASH, url: 'http://evil.example/x.png' }))?.id, undefined);
    assert.equal(read(avatarEvent('juliet@capulet.lit', { id: HASH, bytes: 5_000_000 }))?.id, undefined);
    assert.equal(read(avatarEvent('juliet@capulet.lit', { id: '../x' }))?.id, undefined);
  });

  it('are the first format that can be had, of several', () => {
    const other = 'f'.repeat(40);
    const xml = avatarEvent('juliet@capulet.lit', { id: HASH, url: 'http://x.example/' }).replace('</metadata>', `<info id="${other}" bytes="7"/></metadata>`);
    assert.equal(read(xml)?.id, other);
  });

  it('are told by nobody but an account as a whole, and not by errors or other nodes', () => {
    const event = avatarEvent('juliet@capulet.lit', { id: HASH });
    assert.equal(read(event.replace('from="juliet@capulet.lit"', 'from="juliet@capulet.lit/phone"')), undefined);
    assert.equal(read(event.replace('from="juliet@capulet.lit"', '')), undefined);
    assert.equal(read(event.replace('from="juliet@capulet.lit"', 'from="@"')), undefined);
    assert.equal(read(event.replace('headline', 'error')), undefined);
    assert.equal(read(event.replace('items node="urn:xmpp:avatar:metadata"', 'items node="urn:xmpp:bookmarks:1"')), undefined);
    assert.equal(read(`<message xmlns="jabber:client" from="mallory@evil.example"><forwarded xmlns="urn:xmpp:forward:0">${event}</forwarded></message>`), undefined);
  });

  it('are asked for by their id', () => {
    const items = `<items node="urn:xmpp:avatar:data"><item id="${HASH}"/></items>`;
    const expected = `<iq xmlns="jabber:client" type="get" to="juliet@capulet.lit"><pubsub xmlns="http://jabber.org/protocol/pubsub">${items}</pubsub></iq>`;
    assert.equal(toXml(avatarDataGet('juliet@capulet.lit', HASH)), expected);
    assert.equal(readAvatarData(iq(avatarDataWith('AAAA', HASH))), 'AAAA');
    assert.equal(readAvatarData(iq('')), undefined);
  });
});

describe('the header of a picture', () => {
  it('says what it is and how large', () => {
    assert.deepEqual(readImageHeader(png(1, { width: 48, height: 64 })), { type: 'image/png', width: 48, height: 64 });
    assert.deepEqual(readImageHeader(Uint8Array.from([...bytes('GIF89a'), 16, 0, 0, 1, 0, 0, 0])), { type: 'image/gif', width: 16, height: 256 });
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc4, 0, 2, 0xff, 0xc2, 0, 11, 8, 0, 64, 0, 48, 1, 1, 17, 0];
    assert.deepEqual(readImageHeader(Uint8Array.from(jpeg)), { type: 'image/jpeg', width: 48, height: 64 });
  });

  it('is read of each kind of WebP', () => {
    const webp = (kind: string, rest: readonly number[]) => Uint8Array.from([...bytes(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`), ...rest]);
    assert.deepEqual(readImageHeader(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 48, 0, 64, 0])), { type: 'image/webp', width: 48, height: 64 });
    // 14 bits each, less one: 47 | 63 << 14.
    const bits = 47 | (63 << 14);
    assert.deepEqual(readImageHeader(webp('VP8L', [0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, 0])), { type: 'image/webp', width: 48, height: 64 });
    assert.deepEqual(readImageHeader(webp('VP8X', [0, 0, 0, 0, 47, 0, 0, 63, 0, 0])), { type: 'image/webp', width: 48, height: 64 });
    assert.equal(readImageHeader(webp('EVIL', [0, 0, 0, 0])), undefined);
  });

  it('is none of an SVG, a page, or what ends too soon', () => {
    const texts = ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '<?xml version="1.0"?><svg/>', '<html>', 'GIF', 'BM', ''];
    for (const text of texts) assert.equal(readImageHeader(bytes(text)), undefined, text);
    for (let length = 0; length < 24; length++) assert.equal(readImageHeader(png(1).slice(0, length)), undefined, `${length} bytes of a PNG`);
    for (let length = 0; length < 8; length++) assert.equal(readImageHeader(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]).slice(0, length)), undefined);
  });
});

describe('a picture that came', () => {
  it('is shown as what its bytes are, if they are those that were announced', async () => {
    const data = png(7);
    const picture = await checkPicture(decodePicture(base64(data, 76))!, await sha1(data));
    assert.deepEqual(picture, { id: await sha1(data), type: 'image/png', bytes: data });
  });

  it('is not shown with another hash, or as a bomb of pixels', async () => {
    const data = png(7);
    assert.equal(await checkPicture(data, HASH), undefined);
    for (const size of [{ width: 65_535 }, { height: 1_025 }, { width: 0 }]) {
      const bomb = png(7);
      new DataView(bomb.buffer).setUint32('width' in size ? 16 : 20, Object.values(size)[0]!);
      assert.equal(await checkPicture(bomb, await sha1(bomb)), undefined, JSON.stringify(size));
    }
  });

  it('is not even decoded when it is too long, nor when it is no base64', () => {
    assert.equal(decodePicture('A'.repeat(5 * 1024 * 1024)), undefined);
    assert.equal(decodePicture(base64(new Uint8Array(MAX_PICTURE_BYTES + 1))), undefined);
    assert.equal(decodePicture(base64(new Uint8Array(MAX_PICTURE_BYTES)))?.length, MAX_PICTURE_BYTES);
    for (const text of ['', '   ', '====', 'AA*A', 'A', 'data:image/png;base64,AAAA', '🙂🙂']) assert.equal(decodePicture(text), undefined, text);
  });
});

/** As many entries are kept. */
const LONGEST = 300;

/** Appends stanzas to a list, newest last, and keeps the end in sight while the reader is there. */
export function logStanzas(list: HTMLOListElement): (window: string, direction: 'in' | 'out', xml: string) => void {
  return (window, direction, xml) => {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    const entry = document.createElement('li');
    entry.className = direction;
    entry.append(labelled('time', new Date().toLocaleTimeString()), labelled('span', `${window} ${direction === 'in' ? '←' : '→'}`), labelled('code', indented(xml)));
    list.append(entry);
    if (list.childElementCount > LONGEST) list.firstElementChild?.remove();
    if (atEnd) list.scrollTop = list.scrollHeight;
  };
}

function labelled(name: 'time' | 'span' | 'code', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** One element a line, for people. */
function indented(xml: string): string {
  let depth = 0;
  return xml.replace(/>\s*(?=<)/g, '>\n').split('\n').map((line) => {
    if (line.startsWith('</')) depth--;
    const text = '  '.repeat(Math.max(0, depth)) + line;
    if (/^<[^/!?][^>]*[^/]>$/.test(line)) depth++;
    return text;
  }).join('\n');
}

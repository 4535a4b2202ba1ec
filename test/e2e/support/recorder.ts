export interface Recorded {
  /** The JSON of each `xmpp-*` event, with what is in its errors. */
  readonly events: string[];
  /** What the page's Content-Security-Policy forbade. */
  readonly violations: string[];
}

/** Runs in the page before anything else does. */
export function record(): void {
  const recorded: Recorded = { events: [], violations: [] };
  (window as unknown as { recorded: Recorded }).recorded = recorded;
  const dispatchEvent = Reflect.get(EventTarget.prototype, 'dispatchEvent');
  const plain = (_key: string, value: unknown) => (value instanceof Error ? { ...value, name: value.name, message: value.message, stack: value.stack } : value);
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('xmpp-')) recorded.events.push(JSON.stringify({ type: event.type, detail: (event as CustomEvent<unknown>).detail }, plain));
    return dispatchEvent.call(this, event);
  };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber }) => {
    recorded.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}:${columnNumber}`);
  });
}

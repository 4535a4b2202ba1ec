import { html, type TemplateResult } from 'lit';
import { words } from '../messages/messages.js';

/** What is wrong with what was typed, before anything is sent. */
export type Fault = 'missingAddress' | 'malformedAddress' | 'missingPassword';

/** As people write theirs: a name, one `@`, a domain. */
const ADDRESS = /^[^@/\s]+@[^@/\s]+$/;

/** The first fault of what was typed. */
export function faultOf(jid: string, password: string): Fault | undefined {
  if (jid === '') return 'missingAddress';
  if (!ADDRESS.test(jid)) return 'malformedAddress';
  return password === '' ? 'missingPassword' : undefined;
}

/** What a field is described by; empty while nothing is wrong with it. */
export function renderFault(id: string, fault: Fault | undefined): TemplateResult {
  return html`<p id=${id} class="note wrong" part="field-error" role="alert">${fault ? words().signIn[fault] : ''}</p>`;
}

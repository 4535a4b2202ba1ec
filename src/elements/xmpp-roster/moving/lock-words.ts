import type { GroupLock } from '../../../state/group-locks.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { groupTitle } from '../section-title.js';

/** Why a group cannot be changed, in a sentence or two. */
export function lockWords(group: string, { condition, text }: GroupLock): string {
  const { lock } = words().moving;
  const name = quoted(groupTitle(group));
  const reason = condition === 'page' ? lock.page(name) : condition === 'reverted' ? lock.reverted(name) : lock.refused(name);
  return [reason, text && quoted(text)].filter(Boolean).join(' ');
}

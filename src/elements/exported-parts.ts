/** For `exportparts`: the parts of `<xmpp-contact-card>` within another element, as `card__header`. */
export const cardParts = exported('card', [
  'card', 'header', 'avatar', 'picture', 'badge', 'badge__icon', 'name', 'address', 'nick', 'note', 'presence', 'availability', 'since', 'status', 'section-title',
  'devices', 'device', 'device-name', 'device-facts', 'device-status', 'counts', 'sharing', 'relation', 'request', 'request-words', 'blocked', 'stranger',
  'groups', 'group', 'pending', 'checkbox', 'rename', 'last-things', 'question', 'field',
  'button', 'block-button', 'remove-button', 'confirm-button', 'cancel-button', 'notice', 'done', 'error', 'error-close',
]);

/** Those of `<xmpp-subscription-requests>`, as `requests__heading`. */
export const requestsParts = exported('requests', [
  'heading', 'count', 'list', 'request', 'avatar', 'badge', 'badge__icon', 'address', 'known', 'nick', 'message', 'warning', 'answers', 'answer', 'more', 'notice',
  'error', 'error-close',
]);

function exported(prefix: string, parts: readonly string[]): string {
  return parts.map((part) => `${part}:${prefix}__${part}`).join(', ');
}

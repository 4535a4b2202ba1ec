import type { Messages } from '../../elements/messages/messages.js';

export const errors: Messages['errors'] = {
  dismiss: 'メッセージを閉じる',
  unconnected: (action) => `${action}: 接続がないため実行できません。`,
  unanswered: (action) => `${action}: 返答がありませんでした。反映されたかどうかはわかりません。`,
  failed: (action, reason) => `${action}: うまくいきませんでした。${reason}`,
  condition: {
    'not-allowed': 'サーバーが許可していません',
    forbidden: 'サーバーが許可していません',
    'not-acceptable': 'サーバーがその名前を受け付けません',
    'item-not-found': '連絡先はすでにリストにありません',
    'service-unavailable': 'サーバーはこの機能に対応していません',
    'internal-server-error': 'サーバーでエラーが発生しました',
    'resource-constraint': 'サーバーが混雑しているか、容量が不足しています',
    'jid-malformed': 'アドレスの形式が正しくありません',
    'bad-request': 'サーバーが要求を理解できませんでした',
    'remote-server-not-found': '相手のサーバーが見つかりません',
    'remote-server-timeout': '相手のサーバーから返答がありません',
  },
  otherCondition: (condition) => `サーバーからの応答:「${condition}」`,
  reason: (reason, text) => `${reason}。${text && `（${text}）`}`,
};

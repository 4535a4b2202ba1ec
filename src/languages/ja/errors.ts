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

export const connection: Messages['connection'] = {
  retry: '再試行',
  lost: '接続が切れました。再接続しています…',
  retrying: (reason) => `${reason}再試行しています…`,
  connecting: '接続',
  authentication: {
    'not-authorized': 'アドレスまたはパスワードが違います。',
    'account-disabled': 'このアカウントは無効になっています。管理者にお問い合わせください。',
    'credentials-expired': 'パスワードの有効期限が切れています。新しいパスワードを設定してください。',
    'temporary-auth-failure': 'サーバーは現在パスワードを確認できません。',
  },
  otherAuthentication: (condition) => `サーバーがログインを拒否しました（${condition || '理由は示されていません'}）。`,
  noMechanism: 'このページで使えるログイン方法をサーバーが提供していません。HTTPS でないページでは wss: の接続だけが使えます。',
  serverSignature: 'サーバーが正しい相手であることを証明できなかったため、ログインを中止しました。',
  configuration: '接続が正しく設定されていません。',
  timeout: '時間内にサーバーから返答がありませんでした。',
  noNetwork: 'このコンピューターはネットワークに接続されていません。',
  streamError: {
    conflict: '別の場所で同じリソース名のログインがあったため、このページは切断されました。',
    'host-unknown': 'サーバーはこのドメインを扱っていません。',
    'policy-violation': '規則違反のため、サーバーが接続を終了しました。',
    'system-shutdown': 'サーバーは停止処理中です。',
    'connection-timeout': 'サーバーがこのページからの通信を受信できなくなりました。',
  },
  otherStreamError: (condition) => `サーバーが接続を終了しました（${condition || '理由は示されていません'}）。`,
  malformed: 'サーバーから XMPP ではないデータが送られてきました。',
  unreachable: 'サーバーに接続できません。WebSocket が有効で、アドレスが正しいか確認してください。',
};

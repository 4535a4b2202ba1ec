import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { number } = countingIn('ja');

export const finding: Messages['finding'] = {
  search: '連絡先を検索',
  found: (count) => (count === 0 ? '該当する連絡先はありません' : `連絡先${number(count)}件が見つかりました`),
  clear: '検索を消去',
  view: '表示オプション',
  show: '表示',
  filters: { everyone: '全員', online: 'オンラインの人のみ', available: '連絡可能な人のみ' },
  sortBy: '並べ替え',
  sorts: { availability: '在席状況', name: '名前', activity: '最近の活動' },
  groups: 'グループ',
  expandAll: 'すべてのグループを開く',
  collapseAll: 'すべてのグループを閉じる',
  orderByName: 'グループを名前順に並べる',
  nobody: '表示する人がいません: リストは絞り込まれています。',
};

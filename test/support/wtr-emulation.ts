import type { BasicTestSession, TestRunnerPlugin } from '@web/test-runner';
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { AccessibleNode, Machine } from './browser/emulation.js';

type Node = Protocol.Accessibility.AXNode;

/** Answers `browser/emulation.ts` through Chromium's own protocol. */
export function emulationPlugin(): TestRunnerPlugin<Machine> {
  // What is emulated lasts as long as the connection that asked for it.
  const connections = new Map<string, Promise<CDPSession>>();
  const connection = (session: Pick<BasicTestSession, 'id' | 'browser'>): Promise<CDPSession> => {
    const page = (session.browser as unknown as { getPage: (id: string) => Page }).getPage(session.id);
    const made = connections.get(session.id) ?? page.createCDPSession();
    connections.set(session.id, made);
    return made;
  };
  return {
    name: 'emulation',
    async executeCommand({ command, payload = {}, session }) {
      if (command === 'emulate-machine') return emulate(await connection(session), payload);
      return command === 'accessibility-tree' ? readTree(await connection(session)) : undefined;
    },
  };
}

async function emulate(client: CDPSession, { forcedColors = false, touch = false }: Machine): Promise<true> {
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: forcedColors ? 'active' : 'none' }] });
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
  return true;
}

async function readTree(client: CDPSession): Promise<AccessibleNode> {
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  if (!root) throw new Error('The page has no accessibility tree');
  const [read] = readNode(root, byId);
  if (!read) throw new Error('The page is ignored');
  return read;
}

/** What is ignored has its children in its place. */
function readNode(node: Node, byId: ReadonlyMap<string, Node>): AccessibleNode[] {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? readNode(child, byId) : [];
  });
  if (node.ignored) return children;
  const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value as string | number | boolean | undefined]));
  return [{ role: String(node.role?.value), name: String(node.name?.value ?? ''), properties, children }];
}

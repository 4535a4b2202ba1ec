import type { Server } from 'node:http';
import type { Plugin } from 'vite';
import { createCompanyServer } from './company.js';
import { Simulation } from './simulation.js';
import { attachWebSocket } from './ws-transport.js';

export interface DemoServerPluginOptions {
  /** The same seed, the same life of the company. */
  readonly seed?: number;
  /** Whether people come and go; they do by default. */
  readonly simulate?: boolean;
}

/** Serves the seeded company's WebSocket at `/xmpp-websocket` of Vite's own HTTP server, in development and in preview. */
export function demoServer(options: DemoServerPluginOptions = {}): Plugin {
  return {
    name: 'xmpp-elements:demo-server',
    configureServer: ({ httpServer }) => run(httpServer, options),
    configurePreviewServer: ({ httpServer }) => run(httpServer, options),
  };
}

/** @param http null in middleware mode: there is nothing to listen on */
async function run(http: object | null, { seed, simulate = true }: DemoServerPluginOptions): Promise<void> {
  if (http === null) return;
  const httpServer = http as Server; // Vite may speak HTTP/2; the events used here are the same
  const server = createCompanyServer();
  const simulation = new Simulation(server, seed === undefined ? {} : { seed });
  const detach = attachWebSocket(httpServer, server);
  httpServer.once('close', () => { simulation.stop(); detach(); });
  if (simulate) await simulation.start();
}

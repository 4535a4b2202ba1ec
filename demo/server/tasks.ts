type Task = () => void;

const immediate = (globalThis as { setImmediate?: (task: Task) => unknown }).setImmediate;
const queue: Task[] = [];
let channel: MessageChannel | undefined;

/**
 * Runs the task in a turn of the event loop of its own, in order, as the messages of a real socket come.
 * Microtasks would come too early for clients that send first and listen after an `await`; browsers slow timers down in hidden tabs.
 */
export function inOwnTask(task: Task): void {
  if (immediate !== undefined) return void immediate(task);
  queue.push(task);
  channel ??= openChannel();
  channel.port2.postMessage(undefined);
}

function openChannel(): MessageChannel {
  const opened = new MessageChannel();
  opened.port1.onmessage = () => queue.shift()?.();
  return opened;
}

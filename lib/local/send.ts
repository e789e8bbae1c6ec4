import { checkedSend } from '../client/checked-send';
import { nodeSend } from '../client/node-send';
import type { Send } from '../client/send';

/** Every answer of the cells on this machine is held to its contract. */
export const send: Send = checkedSend(nodeSend);

import type { ConversationTables } from './adapters/conversation-items';
import { requireEnv } from './environment';

/** The tables that conversations are written in, as the environment of a function names them. Read once, at cold start. */
export function conversationTables(): ConversationTables {
  return { conversations: requireEnv('CONVERSATIONS_TABLE'), profiles: requireEnv('PROFILES_TABLE') };
}

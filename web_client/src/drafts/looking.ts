/** When an officer looks at what somebody else sees: their screens are given these answers, and this device's own are left alone. */
import { createContext } from 'preact';

/** By the name under which the answer would be kept. */
export type Looked = Record<string, unknown>;
export const Looking = createContext<Looked | null>(null);

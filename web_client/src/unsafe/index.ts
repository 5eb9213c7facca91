/** When a child does not feel safe. */
export { NotSafe } from './NotSafe';

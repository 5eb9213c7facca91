/** The child's first screen. */
export { ChildHome } from './ChildHome';

/** My own phone: who can open it, where I am signed in, and what stays on it. */
export { MyPhone } from './MyPhone';

/** The ways in: signing in, and joining with a card. */
export { Join } from './Join';
export { SignIn } from './SignIn';

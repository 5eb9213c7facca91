/** A sheet of paper on the page: a group of things that belong together, or one big link. */
import type { ComponentChildren } from 'preact';
import { Forward } from './icons';
import './Card.css';

type Props = {
  title?: string;
  level?: 2 | 3;
  tone?: 'plain' | 'warm' | 'calm' | 'glow';
  children?: ComponentChildren;
};

export function Card({ title, level = 2, tone = 'plain', children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={`card card--${tone}`}>
      {title && <Heading class="card__title">{title}</Heading>}
      {children}
    </section>
  );
}

type LinkProps = {
  to: string;
  title: string;
  picture?: ComponentChildren;
  /** A short state at the end, such as "Done" or "Started". */
  mark?: string | null;
  children?: ComponentChildren;
};

export function LinkCard({ to, title, picture, mark, children }: LinkProps) {
  return (
    <a class="card link-card" href={to}>
      {picture && (
        <span class="link-card__picture" aria-hidden="true">
          {picture}
        </span>
      )}
      <span class="link-card__words">
        <span class="link-card__title">{title}</span>
        {children && <span class="link-card__more">{children}</span>}
      </span>
      {mark && <span class="link-card__mark">{mark}</span>}
      <Forward />
    </a>
  );
}

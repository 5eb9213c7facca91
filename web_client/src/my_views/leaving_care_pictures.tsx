/** The pictures of the topics that only care leavers have. */
import { light, line, type Picture, white } from './drawing';

export const LEAVING_CARE: Record<string, Picture> = {
  work: {
    tint: 'slate',
    drawing: (
      <>
        <path
          d="M24 20v-5c0-2.5 2-4.5 4.5-4.5h7c2.5 0 4.5 2 4.5 4.5v5"
          stroke-width="3.2"
          {...line}
        />
        <path d="M7 24c0-2.2 1.8-4 4-4h42c2.2 0 4 1.8 4 4v26c0 2.2-1.8 4-4 4H11c-2.2 0-4-1.8-4-4z" />
        <path d="M7 26v8c15 6 35 6 50 0v-8c0-3.3-1.8-6-4-6H11c-2.2 0-4 2.7-4 6z" {...light} />
        <path d="M28 35h8v6h-8z" fill="#ffe6ad" />
      </>
    ),
  },
  backup: {
    tint: 'coral',
    drawing: (
      <>
        <circle cx="32" cy="32" r="25" {...white} />
        <path d="M32 7a25 25 0 0 1 25 25H42a10 10 0 0 0-10-10zM32 57A25 25 0 0 1 7 32h15a10 10 0 0 0 10 10z" />
        <circle cx="32" cy="32" r="25" {...line} />
        <circle cx="32" cy="32" r="10" {...light} />
      </>
    ),
  },
  skills: {
    tint: 'teal',
    drawing: (
      <>
        <path d="M33 35 52 54h5v-6l-3-3-4 1-1-5-5 1-1-5-4-2z" />
        <circle cx="24" cy="25" r="17" />
        <circle cx="19.5" cy="20.5" r="5.5" {...white} />
      </>
    ),
  },
  money: {
    tint: 'marigold',
    drawing: (
      <>
        <path d="M7 43v8c0 3.3 6.3 6 14 6s14-2.7 14-6v-8z" />
        <ellipse cx="21" cy="43" rx="14" ry="6" {...light} />
        <circle cx="41" cy="24" r="17" />
        <circle cx="41" cy="24" r="11.5" {...light} />
        <path
          d="M45 19.5c-.8-1.5-2-2-3.5-2-2.5 0-4 1.7-4 4v9H46M35 25h7.5"
          stroke-width="2.8"
          {...line}
        />
      </>
    ),
  },
  papers: {
    tint: 'plum',
    drawing: (
      <>
        <path d="M13 10c0-2.2 1.8-4 4-4h30c2.2 0 4 1.8 4 4v44c0 2.2-1.8 4-4 4H17c-2.2 0-4-1.8-4-4z" />
        <circle cx="32" cy="27" r="11" {...light} />
        <path d="M21 27h22M32 16c-4 3-6 7-6 11s2 8 6 11c4-3 6-7 6-11s-2-8-6-11z" {...line} />
        <path d="M23 47h18" stroke="#d9bce6" stroke-width="3.6" {...line} />
      </>
    ),
  },
};

/** A component that is fetched when it is first shown. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from './Skeleton';

export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: () => ComponentChildren = () => <Skeleton />,
): ComponentType<Props> {
  let found: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => found);
    useEffect(() => {
      load().then(component => {
        found = component;
        setShown(() => component);
      });
    }, []);
    return Shown ? <Shown {...props} /> : <Meanwhile />;
  };
}

import { useEffect, useState, type RefObject } from 'react';
import { useDesk } from '../desk-context.ts';
import { takeDrop } from './take-drop.ts';

/** Imports files and folders dropped on an element; whether any hover over it now. */
export function useFileDrop(target: RefObject<HTMLElement | null>): boolean {
  const desk = useDesk();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      takeDrop(desk, event.dataTransfer);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, [target, desk]);
  return isOver;
}

let pressed = false;
window.addEventListener('pointerdown', () => (pressed = true), true);
for (const end of ['pointerup', 'pointercancel']) {
  window.addEventListener(end, () => (pressed = false), true);
}

/**
 * Runs now, or once the button that is being pressed is let go. Leaving a field shows its error and moves what stands
 * below; were it to move between press and release, the click would miss its target.
 */
export function afterPress(run: () => void): void {
  if (!pressed) {
    run();
    return;
  }
  const release = () => setTimeout(run, 0);
  window.addEventListener('pointerup', release, { once: true });
}

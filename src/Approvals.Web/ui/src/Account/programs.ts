/** In this order: those that call themselves others as well come before the others. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//, 'Safari'],
  [/^curl\/(\d+)/, 'curl'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];
const longest = 40;

/** What somebody signed in with, in short words: “Chrome 156 · Linux”; of what is not known, how it begins. */
export function programOf(agent: string): string {
  const [program] = programs.flatMap(([pattern, name]) => {
    const found = pattern.exec(agent);
    return found === null ? [] : [`${name} ${found[1] ?? ''}`];
  });
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  const known = [program, system].filter(Boolean).join(' · ');
  return known === '' ? agent.slice(0, longest) : known;
}

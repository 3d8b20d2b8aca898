/** Runs scenarios one after the other; any that throws, or none at all, fails the whole. */
export async function run(scenarios) {
  const wanted = process.argv.slice(2);
  let passed = 0;
  let failed = 0;
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = Date.now();
    try {
      await scenario();
      passed += 1;
      console.log(`ok    ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (problem) {
      failed += 1;
      console.log(`FAIL  ${name}\n${problem instanceof Error ? problem.stack : problem}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

export function expect(true_, what) {
  if (!true_) throw new Error(`expected: ${what}`);
}

export function nothing(wrong) {
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

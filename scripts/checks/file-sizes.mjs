import { readFileSync } from 'node:fs';
import { repositoryFiles } from '../lib/repository-files.mjs';
import { inRoot } from '../lib/root.mjs';
import { verdict } from '../lib/verdict.mjs';

// House rule: files that fit in a head. Median at most 70 lines, nine of ten at most 200, none above 300.
const limits = { median: 70, p90: 200, longest: 300 };

const sizes = repositoryFiles()
  .filter((path) => /\.(ts|tsx|mts|mjs|css)$/.test(path) && !/^(scripts\/fixtures|db\/migrations)\//.test(path))
  .map((path) => ({ path, lines: readFileSync(inRoot(path), 'utf8').trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);
const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0;
const measured = { median: at(0.5), p90: at(0.9) };
const complaints = [
  ...sizes.filter(({ lines }) => lines > limits.longest).map(({ path, lines }) => `${path} has ${lines} lines`),
  ...Object.entries(measured)
    .filter(([name, lines]) => lines > limits[name])
    .map(([name, lines]) => `${name} of all files is ${lines} lines, at most ${limits[name]} are meant`),
];
verdict(complaints, `${sizes.length} files, median ${measured.median}, p90 ${measured.p90} lines`);

/** Ends a check: its complaints, one a line, and what it looked at.
 * @param {string[]} complaints
 * @param {string} looked */
export function verdict(complaints, looked) {
  for (const complaint of complaints) console.error(complaint);
  console.log(`${looked}, ${complaints.length} complaints`);
  if (complaints.length > 0) process.exitCode = 1;
}

/** Groups of modules that import each other in a circle (Tarjan's strongly connected components with more than one
 * member, or a module that imports itself).
 * @param {Map<string, string[]>} graph module to the modules it imports
 * @returns {string[][]} each sorted */
export function findCycles(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const enter = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) {
        enter(next);
        low.set(node, Math.min(low.get(node), low.get(next)));
      } else if (stack.includes(next)) {
        low.set(node, Math.min(low.get(node), index.get(next)));
      }
    }
    if (low.get(node) !== index.get(node)) return;
    const members = stack.splice(stack.indexOf(node));
    if (members.length > 1 || graph.get(node)?.includes(node)) circles.push(members.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) enter(node);
  return circles;
}

/** The shortest way along imports from a module to one that is looked for; undefined when there is none.
 * @param {Map<string, string[]>} graph
 * @param {string} start
 * @param {(module: string) => boolean} wanted
 * @returns {string[] | undefined} */
export function pathBetween(graph, start, wanted) {
  const seen = new Set([start]);
  const ways = [[start]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1) ?? start;
    if (wanted(last)) return way;
    for (const next of graph.get(last) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

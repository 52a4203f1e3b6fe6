export { listViews } from './kept';

import { dependencyRules } from './tools/dependency-rules.mjs';

/** Who may import whom: generated from modules/map.json and the rooms of a module. See ARCHITECTURE.md. */
export default dependencyRules(import.meta.dirname);

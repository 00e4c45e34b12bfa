/**
 * Stands in for `@vscode/spdlog/index.js`, the native logger of VS Code, which is not built in the test hosts: without
 * it every output channel is blank. Written as `exports.x =` because VS Code loads it with `import()`, which loses the
 * names of `module.exports = {…}`. A Logger without formatters writes the text alone, which is how output channels use it.
 */
export const spdlogStandIn = String.raw`
const fs = require('fs'), path = require('path'), names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(_kind, _name, file) {
    this.file = file; this.level = 2; this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.closeSync(fs.openSync(file, 'a'));
  }
  write(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    fs.appendFileSync(this.file, this.raw ? text : time + ' [' + names[level] + '] ' + text + '\n');
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
const create = async (name, file) => new Logger('', name, file);
exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

// After them: takes the synthesized cells away again.
export default function removeAssembly() {
  globalThis.removeTestAssembly();
}

/// All arithmetic of the engine.
package dev.sayso.engine.kernel;

/// All arithmetic of the engine: SIMD, threads and reads of mapped memory live here and nowhere
/// else.
///
/// Two tensor types: a [dev.sayso.engine.kernel.Matrix], which is written (f32, heap), and a
/// [dev.sayso.engine.kernel.Weight], which is read (packed from the checkpoint). What can be done
/// with them is one page, [dev.sayso.engine.kernel.Kernels], with a scalar implementation that is
/// the specification and a vector one that gives the same bits:
///
/// - a product's sum over the inputs is one chain of fused multiply-adds in the order of the
///   inputs, whether one row is multiplied or a hundred; the vector lanes are the outputs;
/// - other sums (norms, softmax) keep sixteen partial sums and fold them by halves;
/// - exp and erf are our own polynomials.
///
/// So a batch of tokens gives the very numbers that the same tokens one by one would give, and no
/// text depends on the machine's vector width or the number of threads.
package dev.sayso.engine.kernel;

package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Tensor;
import java.nio.file.Path;
import java.util.List;

/// A tensor and where its bytes lie, so that they can be read without mapping them.
///
/// @param name its official name
/// @param tensor its type and shape, mapped
/// @param file the file that holds it
/// @param position where its bytes begin in that file
public record StoredTensor(String name, Tensor tensor, Path file, long position) {

    static int rows(List<StoredTensor> tensors) {
        int rows = 0;
        for (StoredTensor tensor : tensors) {
            rows = Math.addExact(rows, tensor.rows());
        }
        return rows;
    }

    int rows() {
        return tensor.shape().getFirst();
    }

    int cols() {
        return Math.toIntExact(tensor.size() / rows());
    }
}

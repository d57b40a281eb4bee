package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.kernel.Tensor;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// What must hold for any bytes that are taken for a safetensors file.
public final class SafetensorsFuzz {

    private static final String FILE = "any.safetensors";

    private SafetensorsFuzz() {}

    /// Reads the bytes and every tensor's first and last value. Anything thrown is a fault.
    public static void fuzz(byte[] bytes) {
        try {
            read(bytes);
        } catch (IOException e) {
            assertClear(FILE, e);
        }
    }

    private static void read(byte[] bytes) throws IOException {
        Safetensors file = Safetensors.parse(FILE, MemorySegment.ofArray(bytes));
        for (String name : file.names()) {
            try {
                // a shape nothing has, to hear the real one; empty tensors can't be had
                file.tensor(name, List.of(-1));
                throw new AssertionError("a tensor of shape [-1]");
            } catch (IOException e) {
                assertClear(FILE, e);
            }
            for (List<Integer> shape : List.of(List.of(4), List.of(2, 2), List.<Integer>of())) {
                try {
                    Tensor tensor = file.tensor(name, shape).tensor();
                    tensor.at(0);
                    tensor.at(tensor.size() - 1);
                    assertThat(tensor.size()).isEqualTo(shape.isEmpty() ? 1 : 4);
                } catch (IOException e) {
                    assertClear(FILE, e);
                }
            }
        }
    }

    /// One line that begins with the file.
    static void assertClear(String file, IOException e) {
        assertThat(e).isExactlyInstanceOf(IOException.class);
        assertThat(e.getMessage()).startsWith(file + ": ").matches("[^\\p{Cntrl}]{1,600}");
    }
}

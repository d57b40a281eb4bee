package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector width, in one place.
///
/// It is the machine's preferred one; tests force another by the system property
/// `dev.sayso.vectorBits` (128, 256 or 512), the only property the engine reads.
final class Lanes {

    static final VectorSpecies<Float> F = species(Integer.getInteger("dev.sayso.vectorBits", 0));
    static final VectorSpecies<Integer> I = F.withLanes(int.class);

    /// As many bytes as there are floats, but no fewer than the smallest vector has.
    private static final VectorSpecies<Byte> B =
            F.length() == 16 ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;

    /// Floats in a vector: 4, 8 or 16.
    static final int COUNT = F.length();

    /// A panel is read as *streams*: runs of [#COUNT] ints (bf16) or of twice [#COUNT] floats, each
    /// of which feeds two vectors of rows, `COUNT j … ` and `16 + COUNT j …`.
    static final int STREAMS = 16 / COUNT;

    /// Whether eight rows pass by a panel at a time (16 sums: AVX-512 and NEON have 32 vector
    /// registers) or four (AVX2 has 16). More sums than registers would spill.
    static final boolean EIGHT_ROWS = COUNT != 8;

    static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

    private static final IntVector UPPER = IntVector.broadcast(I, 0xffff0000);

    private Lanes() {}

    private static VectorSpecies<Float> species(int bits) {
        return switch (bits) {
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            case 512 -> FloatVector.SPECIES_512;
            case 0 -> preferred();
            default -> throw new IllegalStateException("dev.sayso.vectorBits=" + bits);
        };
    }

    private static VectorSpecies<Float> preferred() {
        VectorSpecies<Float> widest = FloatVector.SPECIES_PREFERRED;
        if (widest.length() > 16) {
            return FloatVector.SPECIES_512;
        }
        return widest.length() < 4 ? FloatVector.SPECIES_128 : widest;
    }

    /// The floats in the lower halves of bf16 pairs.
    static FloatVector lower(IntVector pairs) {
        return pairs.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
    }

    /// The floats in the upper halves of bf16 pairs.
    static FloatVector upper(IntVector pairs) {
        return pairs.and(UPPER).reinterpretAsFloats();
    }

    /// The bytes from an offset on as floats. (With 4 lanes, four more bytes are read; see
    /// [Panels#bytes].)
    static FloatVector bytes(MemorySegment from, long at) {
        return (FloatVector)
                ByteVector.fromMemorySegment(B, from, at, LE)
                        .convertShape(VectorOperators.B2F, F, 0);
    }
}

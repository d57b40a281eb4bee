package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Packing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The first page of a file, which say where its contents are listed.
///
/// ```
///  0   8  "SAYSOPKD"
///  8   4  version of the file's format
/// 12   4  version of the packings' layout
/// 16   8  where the contents begin; they end with the file
/// 24   4  bytes of the contents
/// 28   4  CRC-32C of the contents
/// 32      zeros
///      4  CRC-32C of all bytes before; it ends the page
/// ```
/// All little-endian. The header is written last: a file without one is not finished.
///
/// @param format version of the file's format
/// @param layout version of the packings' layout
/// @param contentsAt where the contents begin
/// @param contentsBytes how long they are
/// @param contentsSum their CRC-32C
record FileHeader(int format, int layout, long contentsAt, int contentsBytes, int contentsSum) {

    static final int BYTES = Section.ALIGNMENT;

    /// Raise it when this header or [Contents] change.
    static final int FORMAT = 1;

    private static final long MAGIC = 0x444b504f53594153L;
    private static final int MOST_CONTENTS = 1 << 26;
    private static final int SUMMED = BYTES - Integer.BYTES;

    /// The header of a file of this version.
    static FileHeader current(long contentsAt, byte[] contents) {
        return new FileHeader(
                FORMAT, Packing.LAYOUT_VERSION, contentsAt, contents.length, sum(contents, 0));
    }

    boolean isCurrent() {
        return format == FORMAT && layout == Packing.LAYOUT_VERSION;
    }

    /// Whether nobody reads such a file any more; a newer one has its readers.
    boolean isOutdated() {
        return format < FORMAT || (format == FORMAT && layout < Packing.LAYOUT_VERSION);
    }

    ByteBuffer encode() {
        byte[] header = new byte[BYTES];
        ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(format).putInt(layout);
        bytes.putLong(contentsAt).putInt(contentsBytes).putInt(contentsSum);
        bytes.putInt(SUMMED, sum(header, Integer.BYTES));
        return bytes.rewind();
    }

    /// Reads a file's header; null when it has none, or a damaged one.
    static @Nullable FileHeader read(FileChannel file) throws IOException {
        byte[] read = Channels.read(file, 0, BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        if (read.length < BYTES
                || bytes.getLong(0) != MAGIC
                || bytes.getInt(SUMMED) != sum(read, Integer.BYTES)) {
            return null;
        }
        return new FileHeader(
                bytes.getInt(8),
                bytes.getInt(12),
                bytes.getLong(16),
                bytes.getInt(24),
                bytes.getInt(28));
    }

    /// The contents of the file that this is the header of.
    ///
    /// @throws IOException when they are damaged, or the file has not the size they ask for
    Contents contents(FileChannel file) throws IOException {
        if (contentsBytes < 0
                || contentsBytes > MOST_CONTENTS
                || contentsAt < BYTES
                || contentsAt != file.size() - contentsBytes) {
            throw new IOException("the file is cut off, or too long");
        }
        byte[] bytes = Channels.read(file, contentsAt, contentsBytes);
        if (sum(bytes, 0) != contentsSum) {
            throw new IOException("the list of contents is damaged");
        }
        return Contents.decode(bytes, contentsAt);
    }

    /// @param left bytes at the end that do not count
    private static int sum(byte[] bytes, int left) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - left);
        return (int) sum.getValue();
    }
}

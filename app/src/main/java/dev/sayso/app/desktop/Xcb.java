package dev.sayso.app.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A connection to the X server of its own, for a few questions about windows.
///
/// By libxcb, not libX11: there a question about a window that is just being closed would go to an
/// error handler that the whole process shares, and GTK's ends the process.
@SuppressWarnings("restricted")
final class Xcb implements AutoCloseable {

    private static final int WM_CLASS = 67;
    private static final int ANY_TYPE = 0;

    /// An answer's own data begin here.
    private static final long FIRST_FIELD = 8;

    private static final long PROPERTY_VALUE = 32;
    private static final int MOST_WORDS = 64;

    private final Arena arena;
    private final SymbolLookup library;
    private final MemorySegment connection;

    private Xcb(Arena arena, SymbolLookup library) {
        this.arena = arena;
        this.library = library;
        this.connection =
                (MemorySegment)
                        call(
                                handle("xcb_connect", ADDRESS, ADDRESS, ADDRESS),
                                MemorySegment.NULL,
                                MemorySegment.NULL);
    }

    /// @return empty when there is no library, or no server that answers
    static Optional<Xcb> open() {
        Arena arena = Arena.ofConfined();
        SymbolLookup library;
        try {
            library = SymbolLookup.libraryLookup("libxcb.so.1", arena);
        } catch (IllegalArgumentException e) {
            arena.close();
            return Optional.empty();
        }
        Xcb server = new Xcb(arena, library);
        if (server.broken()) {
            server.close();
            return Optional.empty();
        }
        return Optional.of(server);
    }

    private boolean broken() {
        return (int) call(handle("xcb_connection_has_error", JAVA_INT, ADDRESS), connection) != 0;
    }

    /// The window with the focus; 0 and 1 are none.
    int focus() {
        int cookie = (int) call(handle("xcb_get_input_focus", JAVA_INT, ADDRESS), connection);
        return field(reply("xcb_get_input_focus_reply", cookie), 0);
    }

    /// The window that all others lie in.
    int root(int window) {
        return field(tree(window), 0);
    }

    /// The window that this one lies in; 0 for none.
    int parent(int window) {
        return field(tree(window), 1);
    }

    private @Nullable MemorySegment tree(int window) {
        int cookie =
                (int)
                        call(
                                handle("xcb_query_tree", JAVA_INT, ADDRESS, JAVA_INT),
                                connection,
                                window);
        return reply("xcb_query_tree_reply", cookie);
    }

    /// What a window's program calls its kind of windows.
    Optional<String> windowClass(int window) {
        byte[] value = property(window, WM_CLASS);
        // two strings, each with a zero at its end: the instance and the class
        String[] names = new String(value, StandardCharsets.ISO_8859_1).split("\0", -1);
        return names.length < 2 ? Optional.empty() : Optional.of(names[1]);
    }

    /// A property that is a number.
    OptionalInt number(int window, String property) {
        byte[] name = property.getBytes(StandardCharsets.US_ASCII);
        MemorySegment text = arena.allocateFrom(property);
        int cookie =
                (int)
                        call(
                                handle(
                                        "xcb_intern_atom",
                                        JAVA_INT,
                                        ADDRESS,
                                        JAVA_BYTE,
                                        JAVA_SHORT,
                                        ADDRESS),
                                connection,
                                (byte) 1,
                                (short) name.length,
                                text);
        int atom = field(reply("xcb_intern_atom_reply", cookie), 0);
        byte[] value = atom == 0 ? new byte[0] : property(window, atom);
        return value.length < Integer.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of(
                        MemorySegment.ofArray(value).get(JAVA_INT.withByteAlignment(1), 0));
    }

    private byte[] property(int window, int property) {
        MethodHandle ask =
                handle(
                        "xcb_get_property",
                        JAVA_INT,
                        ADDRESS,
                        JAVA_BYTE,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT);
        int cookie =
                (int) call(ask, connection, (byte) 0, window, property, ANY_TYPE, 0, MOST_WORDS);
        MemorySegment reply = reply("xcb_get_property_reply", cookie);
        if (reply == null) {
            return new byte[0];
        }
        MemorySegment head = reply.reinterpret(PROPERTY_VALUE);
        long bits = head.get(JAVA_BYTE, 1);
        long bytes = head.get(JAVA_INT, 16) * bits / Byte.SIZE;
        byte[] value =
                reply.reinterpret(PROPERTY_VALUE + bytes)
                        .asSlice(PROPERTY_VALUE, bytes)
                        .toArray(JAVA_BYTE);
        free(reply);
        return value;
    }

    /// @return null when the server has answered with an error: the window is gone
    private @Nullable MemorySegment reply(String function, int cookie) {
        MemorySegment error = arena.allocate(ADDRESS);
        MemorySegment reply =
                (MemorySegment)
                        call(
                                handle(function, ADDRESS, ADDRESS, JAVA_INT, ADDRESS),
                                connection,
                                cookie,
                                error);
        MemorySegment failure = error.get(ADDRESS, 0);
        if (failure.address() != 0) {
            free(failure);
        }
        return reply.address() == 0 ? null : reply;
    }

    private int field(@Nullable MemorySegment reply, int index) {
        if (reply == null) {
            return 0;
        }
        int value = reply.reinterpret(PROPERTY_VALUE / 2).get(JAVA_INT, FIRST_FIELD + 4L * index);
        free(reply);
        return value;
    }

    private void free(MemorySegment memory) {
        MemorySegment free = Linker.nativeLinker().defaultLookup().findOrThrow("free");
        call(
                Linker.nativeLinker().downcallHandle(free, FunctionDescriptor.ofVoid(ADDRESS)),
                memory);
    }

    private MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static Object call(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError("native call", e);
        }
    }

    @Override
    public void close() {
        MethodHandle disconnect =
                Linker.nativeLinker()
                        .downcallHandle(
                                library.findOrThrow("xcb_disconnect"),
                                FunctionDescriptor.ofVoid(ADDRESS));
        call(disconnect, connection);
        arena.close();
    }
}

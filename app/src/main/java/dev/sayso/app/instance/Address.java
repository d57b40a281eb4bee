package dev.sayso.app.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Where the window listens, as the files in the run folder tell.
///
/// @param secret comes with each request; empty where the file system keeps others out
record Address(SocketAddress socket, String secret) {

    /// Linux has room for 108 bytes, macOS for 104, the last of which is a zero.
    private static final int LONGEST_PATH = 103;

    private static final long LONGEST_PORT_FILE = 200;

    /// Begins to listen in a folder whose lock the caller holds.
    static Listening listen(Path folder) throws IOException {
        Path file = socketFile(folder);
        Files.deleteIfExists(file);
        Files.deleteIfExists(portFile(folder));
        if (fits(file)) {
            try {
                ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                UnixDomainSocketAddress address = UnixDomainSocketAddress.of(file);
                return new Listening(server.bind(address), new Address(address, ""));
            } catch (UnsupportedOperationException e) {
                // an old Windows: a port does as well
            }
        }
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Address address = new Address(server.getLocalAddress(), newSecret());
        address.write(folder);
        return new Listening(server, address);
    }

    /// Calls the one who listens in a folder.
    ///
    /// @throws NotRunningException when nobody does
    static Call call(Path folder) throws IOException {
        Path file = socketFile(folder);
        Address address =
                fits(file) && Files.exists(file)
                        ? new Address(UnixDomainSocketAddress.of(file), "")
                        : read(folder);
        try {
            return new Call(SocketChannel.open(address.socket), address.secret);
        } catch (IOException e) {
            // refused: left behind by a window that is no more
            throw new NotRunningException();
        }
    }

    private static boolean fits(Path file) {
        return file.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
    }

    private void write(Path folder) throws IOException {
        int port = ((InetSocketAddress) socket).getPort();
        Path fresh = Files.createTempFile(folder, "port", null);
        Files.writeString(fresh, port + " " + secret);
        Files.move(fresh, portFile(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Address read(Path folder) throws IOException {
        Path file = portFile(folder);
        try {
            if (Files.size(file) > LONGEST_PORT_FILE) {
                throw new NotRunningException();
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            int port = Integer.parseInt(words[0]);
            return new Address(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    words.length == 2 ? words[1] : "");
        } catch (NoSuchFileException | IllegalArgumentException e) {
            throw new NotRunningException();
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    static Path socketFile(Path folder) {
        return folder.toAbsolutePath().resolve("window.sock");
    }

    static Path portFile(Path folder) {
        return folder.toAbsolutePath().resolve("window.port");
    }

    /// The open end of the window.
    record Listening(ServerSocketChannel server, Address address) {}

    /// The open end of one who asks.
    record Call(SocketChannel channel, String secret) {}
}

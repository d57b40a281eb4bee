import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Renders the icons; `README.md` beside this file says how to call it.
final class Render {

    private static final int[] WINDOW = {16, 24, 32, 48, 64, 128, 256};
    private static final int[] TRAY = {16, 20, 22, 24, 32, 48, 64};
    private static final int[] INSTALLER = {16, 24, 32, 48, 64, 128, 256, 512, 1024};
    private static final List<String> STATES = List.of("idle", "recording", "transcribing");

    /// `currentColor` on a light panel and on a dark one.
    private static final Map<String, Color> PANELS =
            Map.of("light", new Color(0x1f2328), "dark", new Color(0xf6f8fa));

    /// Up to this size edges are moved to whole pixels: half-covered ones look washed out.
    private static final int SNAPPED = 64;

    private Render() {}

    static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Path here = Path.of("icons").toAbsolutePath();
        if (!Files.exists(here.resolve("sayso.svg"))) {
            System.err.println("call it from the project's folder: java icons/Render.java");
            System.exit(2);
        }
        if (arguments.length == 2 && arguments[0].equals("--resources")) {
            resources(here, Files.createDirectories(Path.of(arguments[1])));
        } else if (arguments.length == 1) {
            installer(here, Files.createDirectories(Path.of(arguments[0])));
        } else {
            resources(
                    here,
                    Files.createDirectories(
                            Path.of("app/src/main/resources/dev/sayso/app/ui/icons")));
        }
    }

    private static void resources(Path from, Path to) throws Exception {
        Drawing app = Drawing.read(from.resolve("sayso.svg"));
        for (int size : WINDOW) {
            write(app.render(size, Color.BLACK), to.resolve("sayso-" + size + ".png"));
        }
        for (String state : STATES) {
            Drawing tray = Drawing.read(from.resolve("tray-" + state + ".svg"));
            for (Map.Entry<String, Color> panel : PANELS.entrySet()) {
                for (int size : TRAY) {
                    String name = "tray-" + state + "-" + panel.getKey() + "-" + size + ".png";
                    write(tray.render(size, panel.getValue()), to.resolve(name));
                }
            }
        }
    }

    private static void installer(Path from, Path to) throws Exception {
        Drawing app = Drawing.read(from.resolve("sayso.svg"));
        Map<Integer, byte[]> pngs = new LinkedHashMap<>();
        for (int size : INSTALLER) {
            pngs.put(size, png(app.render(size, Color.BLACK)));
            Files.write(to.resolve("sayso-" + size + ".png"), pngs.get(size));
        }
        Files.write(to.resolve("sayso.ico"), ico(pngs));
        Files.write(to.resolve("sayso.icns"), icns(pngs));
        Files.copy(
                from.resolve("sayso.svg"),
                to.resolve("sayso.svg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        Files.write(file, png(image));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// Windows: a directory of PNG files, up to 256 pixels.
    private static byte[] ico(Map<Integer, byte[]> pngs) {
        List<Integer> sizes = pngs.keySet().stream().filter(size -> size <= 256).toList();
        int offset = 6 + 16 * sizes.size();
        int length = offset + sizes.stream().mapToInt(size -> pngs.get(size).length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int size : sizes) {
            byte[] png = pngs.get(size);
            // a byte holds 255 at most; 0 means 256
            out.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            out.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(offset);
            offset += png.length;
        }
        sizes.forEach(size -> out.put(pngs.get(size)));
        return out.array();
    }

    /// macOS: named PNG files; a size stands once for ordinary and once for fine screens.
    private static byte[] icns(Map<Integer, byte[]> pngs) throws IOException {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic07", 128);
        types.put("ic08", 256);
        types.put("ic09", 512);
        types.put("ic10", 1024);
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic13", 256);
        types.put("ic14", 512);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream entries = new DataOutputStream(body);
        for (Map.Entry<String, Integer> type : types.entrySet()) {
            byte[] png = pngs.get(type.getValue());
            entries.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            entries.writeInt(8 + png.length);
            entries.write(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8 + body.size());
        out.write(body.toByteArray());
        return whole.toByteArray();
    }

    /// One shape; without a colour it takes the panel's.
    record Part(Element element, Color colour) {}

    /// What an SVG file draws.
    ///
    /// @param side of its square view box
    record Drawing(double side, List<Part> parts) {

        static Drawing read(Path file)
                throws IOException, SAXException, ParserConfigurationException {
            Element svg =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement();
            String[] box = svg.getAttribute("viewBox").split(" ");
            if (box.length != 4 || !box[0].equals("0") || !box[2].equals(box[3])) {
                throw new IOException(file + ": expected viewBox=\"0 0 SIDE SIDE\"");
            }
            List<Part> parts = new ArrayList<>();
            NodeList nodes = svg.getChildNodes();
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i) instanceof Element element && !element.getTagName().equals("title")) {
                    parts.add(part(file, element));
                }
            }
            return new Drawing(Double.parseDouble(box[2]), parts);
        }

        private static Part part(Path file, Element element) throws IOException {
            String name = element.getTagName();
            if (!name.equals("rect") && !name.equals("circle")) {
                throw new IOException(file + ": expected rect or circle, found " + name);
            }
            String fill = element.getAttribute("fill");
            return new Part(element, fill.equals("currentColor") ? null : Color.decode(fill));
        }

        BufferedImage render(int size, Color current) {
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (Part part : parts) {
                graphics.setColor(part.colour() == null ? current : part.colour());
                graphics.fill(shape(part.element(), size));
            }
            graphics.dispose();
            return image;
        }

        private Shape shape(Element element, int size) {
            double scale = size / side;
            if (element.getTagName().equals("circle")) {
                double r = number(element, "r") * scale;
                return new Ellipse2D.Double(
                        number(element, "cx") * scale - r,
                        number(element, "cy") * scale - r,
                        2 * r,
                        2 * r);
            }
            double x = number(element, "x") * scale;
            double y = number(element, "y") * scale;
            double wide = number(element, "width") * scale;
            double high = number(element, "height") * scale;
            double round = 2 * number(element, "rx") * scale;
            if (size > SNAPPED) {
                return new RoundRectangle2D.Double(x, y, wide, high, round, round);
            }
            // across, what is equally wide stays so; upright, what ends together does
            double width = Math.max(1, Math.rint(wide));
            double left = Math.rint(x + wide / 2 - width / 2);
            double top = Math.rint(y);
            double height = Math.max(1, Math.rint(y + high) - top);
            return new RoundRectangle2D.Double(left, top, width, height, round, round);
        }

        private static double number(Element element, String name) {
            return Double.parseDouble(element.getAttribute(name));
        }
    }
}

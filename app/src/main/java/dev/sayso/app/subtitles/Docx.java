package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.TranscriptDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The smallest document that word processors open: ECMA-376, part 1, WordprocessingML.
///
/// A heading, then a paragraph for what is said without a long pause, after its time in grey.
/// Written by hand: four parts of fixed XML weigh nothing, a library for the whole of Office 19 MB.
final class Docx {

    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/";
    private static final String TYPES =
            HEAD
                    + """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" \
                    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/word/document.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.\
                    wordprocessingml.document.main+xml"/>\
                    <Override PartName="/word/styles.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.\
                    wordprocessingml.styles+xml"/></Types>
                    """;
    private static final String STYLES =
            HEAD
                    + """
                    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
                    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">\
                    <w:name w:val="Normal"/><w:pPr><w:spacing w:after="160" w:line="276" \
                    w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>\
                    <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
                    <w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/>\
                    <w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>\
                    </w:style></w:styles>
                    """;

    private Docx() {}

    static byte[] render(TranscriptDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", relation("officeDocument", "word/document.xml"));
            put(zip, "word/_rels/document.xml.rels", relation("styles", "styles.xml"));
            put(zip, "word/styles.xml", STYLES);
            put(zip, "word/document.xml", body(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String relation(String type, String target) {
        return HEAD
                + "<Relationships xmlns=\"%spackage/2006/relationships\">".formatted(OFFICE)
                + "<Relationship Id=\"rId1\" Type=\"%sofficeDocument/2006/relationships/%s\""
                        .formatted(OFFICE, type)
                + " Target=\"%s\"/></Relationships>\n".formatted(target);
    }

    private static String body(TranscriptDocument document) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<w:document xmlns:w=\"")
                .append(OFFICE)
                .append("wordprocessingml/2006/main\"><w:body>")
                .append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>");
        run(xml, "", TextWidth.oneLine(document.title()));
        xml.append("</w:p>");
        for (Paragraph paragraph : Paragraph.of(document.cues())) {
            xml.append("<w:p>");
            run(xml, "<w:rPr><w:color w:val=\"6E7781\"/></w:rPr>", paragraph.time() + "  ");
            run(xml, "", paragraph.text());
            xml.append("</w:p>");
        }
        return xml.append("<w:sectPr/></w:body></w:document>\n").toString();
    }

    private static void run(StringBuilder xml, String properties, String text) {
        xml.append("<w:r>")
                .append(properties)
                .append("<w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r>");
    }

    /// What XML 1.0 has no way to write is left out.
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().filter(Docx::isXml).forEach(xml::appendCodePoint);
        return xml.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static boolean isXml(int c) {
        return c == 9
                || c == 10
                || c == 13
                || (c >= 0x20 && c < 0xd800)
                || (c > 0xdfff && c < 0xfffe)
                || c > 0xffff;
    }

    /// The same for the same document: no clock.
    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

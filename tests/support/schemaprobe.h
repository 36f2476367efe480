// Probes each leaf of a JSON Schema against the reader it describes: what it allows must be read, what it forbids must be refused.
#pragma once

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace rightrig::test {

using Schema = nlohmann::json;

class SchemaProbe
{
public:
    /// Returns what is wrong with a document; empty if it is read.
    using Reader = std::function<QString(const QByteArray&)>;

    SchemaProbe(const Schema& root, Reader reader) : m_root(root), m_reader(std::move(reader)) { }
    /// Returns the number of probes. Failures are QTest's.
    int run()
    {
        walk(m_root, [](const Schema& document) { return document; });
        return m_probes;
    }

private:
    using Wrap = std::function<Schema(const Schema&)>; ///< a value at some place -> the whole document around it

    [[nodiscard]] const Schema& resolved(const Schema& node) const
    {
        return node.contains("$ref") ? m_root.at(Schema::json_pointer(node["$ref"].get<std::string>().substr(1))) : node;
    }
    [[nodiscard]] static bool isA(const Schema& node, const char* type)
    {
        if (!node.contains("type"))
            return false;
        const Schema& types = node["type"];
        return types.is_array() ? std::find(types.begin(), types.end(), type) != types.end() : types == type;
    }
    /// The smallest value that the node allows.
    [[nodiscard]] Schema instance(const Schema& unresolved) const
    {
        const Schema& node = resolved(unresolved);
        if (node.contains("enum"))
            return node["enum"].front();
        if (isA(node, "array"))
            return node.value("minItems", 0) > 0 ? Schema::array({instance(node["items"])}) : Schema::array();
        if (isA(node, "number") || isA(node, "integer"))
            return node["minimum"];
        if (isA(node, "boolean"))
            return true;
        if (isA(node, "string"))
            return node.contains("pattern") ? Schema("USD") : Schema("x");
        Schema object = Schema::object();
        for (const Schema& key : node.value("required", Schema::array()))
            object[key.get<std::string>()] = instance(node["properties"][key.get<std::string>()]);
        return object;
    }
    void expect(const Wrap& wrap, const Schema& value, bool accepted)
    {
        ++m_probes;
        const QByteArray json = QByteArray::fromStdString(wrap(value).dump());
        const QString error = m_reader(json);
        QVERIFY2(error.isEmpty() == accepted, qPrintable(error + QLatin1Char(' ') + QString::fromUtf8(json.left(600))));
    }
    void walk(const Schema& unresolved, const Wrap& wrap)
    {
        const Schema& node = resolved(unresolved);
        if (node.contains("properties"))
            return walkMembers(node, wrap);
        if (node.contains("items"))
            return walkItems(node, wrap);
        if (node.contains("enum"))
            return walkWords(node, wrap);
        if (node.contains("minimum"))
            return walkRange(node, wrap);
        if (node.contains("maxLength")) {
            expect(wrap, std::string(node["maxLength"].get<std::size_t>(), 'x'), true);
            expect(wrap, std::string(node["maxLength"].get<std::size_t>() + 1, 'x'), false);
        }
        expect(wrap, 7, false);
    }
    void walkMembers(const Schema& node, const Wrap& wrap)
    {
        const Schema base = instance(node);
        expect(wrap, base, true);
        const auto at = [&base, &wrap](const std::string& key) -> Wrap {
            return [base, wrap, key](const Schema& value) {
                Schema object = base;
                object[key] = value;
                return wrap(object);
            };
        };
        expect(at("surprise"), 1, false);
        for (const Schema& key : node.value("required", Schema::array())) {
            Schema without = base;
            without.erase(key.get<std::string>());
            expect(wrap, without, false);
        }
        for (const auto& [key, member] : node["properties"].items())
            walk(member, at(key));
    }
    void walkItems(const Schema& node, const Wrap& wrap)
    {
        if (node["items"].contains("enum"))
            expect(wrap, node["items"]["enum"], true);
        expect(wrap, Schema::array(), node.value("minItems", 0) == 0);
        expect(wrap, "x", false);
        walk(node["items"], [&wrap](const Schema& value) { return wrap(Schema::array({value})); });
    }
    void walkWords(const Schema& node, const Wrap& wrap)
    {
        for (const Schema& word : node["enum"])
            expect(wrap, word, true);
        expect(wrap, "surprise", false);
    }
    void walkRange(const Schema& node, const Wrap& wrap)
    {
        const double low = node["minimum"].get<double>();
        const double high = node["maximum"].get<double>();
        expect(wrap, low, true);
        expect(wrap, high, true);
        expect(wrap, low - 0.001, false);
        expect(wrap, high + std::max(1.0, std::abs(high) * 1e-3), false);
        if (isA(node, "integer"))
            expect(wrap, low + 0.5, false);
    }

    const Schema& m_root;
    Reader m_reader;
    int m_probes = 0;
};

} // namespace rightrig::test

#include "db/documents/planfile.h"

#include "db/documents/coursefile.h"
#include "db/documents/embedded.h"
#include "db/documents/jsonwriting.h"
#include "db/documents/objectreader.h"

namespace rightrig {

namespace {

constexpr std::size_t mostPrices = 2000;

std::string schemaOf(const Json& root)
{
    const auto schema = root.is_object() ? root.find("schema") : root.end();
    return schema != root.end() && schema->is_string() ? schema->get<std::string>() : std::string();
}

UsedPrice readUsedPrice(ObjectReader& in)
{
    UsedPrice used;
    used.offer = in.text("offer").value_or("");
    if (used.offer.empty())
        throw DocumentFault(in.path("offer"), "is missing");
    used.name = in.text("name").value_or("");
    used.price = in.money("price");
    used.per = in.word<Per>("per").value_or(Per::Free);
    used.asOf = in.text("as_of").value_or("");
    return used;
}

SavedPlan planFrom(const Json& root)
{
    ObjectReader in(root, {});
    SavedPlan plan;
    static_cast<void>(in.text("schema")); // read already: it said what this is
    plan.date = in.text("date").value_or("");
    if (const Json* answers = in.find("answers"))
        plan.answers = embedded<Answers>(*answers, in.path("answers"), readAnswers);
    else
        throw DocumentFault(in.path("answers"), "is missing");
    if (const Json* course = in.find("course"))
        plan.course = embedded<Course>(*course, in.path("course"), readCourse);
    in.object("catalogue", [&](ObjectReader& catalogue) {
        plan.catalogueAsOf = catalogue.text("as_of").value_or("");
        plan.catalogueSha256 = catalogue.text("sha256").value_or("");
    });
    in.objects("prices", mostPrices, [&](ObjectReader& entry) { plan.prices.push_back(readUsedPrice(entry)); });
    in.finish();
    return plan;
}

SavedPlan anyDocument(const QByteArray& json)
{
    const Json root = parseStrictJson({json.constData(), static_cast<std::size_t>(json.size())});
    const std::string schema = schemaOf(root);
    if (schema == "rightrig.plan/1")
        return planFrom(root);
    SavedPlan plan;
    if (schema == "rightrig.course/1") {
        auto course = readCourse(json);
        if (const auto* error = std::get_if<DocumentError>(&course))
            throw DocumentFault(error->text.toStdString());
        plan.course = std::get<Course>(std::move(course));
        return plan;
    }
    auto answers = readAnswers(json);
    if (const auto* error = std::get_if<DocumentError>(&answers))
        throw DocumentFault(error->text.toStdString());
    plan.answers = std::get<Answers>(std::move(answers));
    return plan;
}

Json parsed(const QByteArray& written) { return Json::parse(written.constData(), written.constData() + written.size()); }

void putText(Json& object, const char* key, const std::string& text)
{
    if (!text.empty())
        object[key] = text;
}

/// Names longer than a document may hold are left out: the price counts, and its offer names it.
Json usedPriceJson(const UsedPrice& used)
{
    Json object = {{"offer", used.offer}};
    if (characterCount(used.name) <= documentNameLimit)
        putText(object, "name", used.name);
    put(object, "price", used.price);
    object["per"] = toJson(used.per);
    putText(object, "as_of", used.asOf);
    return object;
}

} // namespace

std::variant<SavedPlan, DocumentError> readPlan(const QByteArray& json)
{
    try {
        return anyDocument(json);
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

QByteArray writePlan(const SavedPlan& plan)
{
    Json root = {{"schema", "rightrig.plan/1"}};
    putText(root, "date", plan.date);
    root["answers"] = answersJson(plan.answers.value_or(Answers{}));
    if (plan.course)
        root["course"] = parsed(writeCourse(*plan.course));
    Json catalogue = Json::object();
    putText(catalogue, "as_of", plan.catalogueAsOf);
    putText(catalogue, "sha256", plan.catalogueSha256);
    putObject(root, "catalogue", std::move(catalogue));
    Json prices = Json::array();
    for (const UsedPrice& used : plan.prices) {
        if (characterCount(used.offer) <= documentNameLimit)
            prices.push_back(usedPriceJson(used));
    }
    putObject(root, "prices", std::move(prices));
    return jsonBytes(root);
}

} // namespace rightrig

"""Closed vocabulary: the terms of the ontology and of the vocabularies it reuses. A typo does not run."""

from __future__ import annotations

from kg.iri import Iri


class M:
    """`https://w3id.org/mahdar/ontology#`"""

    Referent = Iri("https://w3id.org/mahdar/ontology#Referent")
    referentType = Iri("https://w3id.org/mahdar/ontology#referentType")
    surface = Iri("https://w3id.org/mahdar/ontology#surface")
    authority = Iri("https://w3id.org/mahdar/ontology#authority")
    articleName = Iri("https://w3id.org/mahdar/ontology#articleName")
    text = Iri("https://w3id.org/mahdar/ontology#text")
    boilerplateSpan = Iri("https://w3id.org/mahdar/ontology#boilerplateSpan")
    Claim = Iri("https://w3id.org/mahdar/ontology#Claim")
    modality = Iri("https://w3id.org/mahdar/ontology#modality")
    Asserted = Iri("https://w3id.org/mahdar/ontology#Asserted")
    Planned = Iri("https://w3id.org/mahdar/ontology#Planned")
    Denied = Iri("https://w3id.org/mahdar/ontology#Denied")
    Reported = Iri("https://w3id.org/mahdar/ontology#Reported")
    confidence = Iri("https://w3id.org/mahdar/ontology#confidence")
    method = Iri("https://w3id.org/mahdar/ontology#method")
    evidence = Iri("https://w3id.org/mahdar/ontology#evidence")
    Outlet = Iri("https://w3id.org/mahdar/ontology#Outlet")
    ExtractionRun = Iri("https://w3id.org/mahdar/ontology#ExtractionRun")
    Person = Iri("https://w3id.org/mahdar/ontology#Person")
    Country = Iri("https://w3id.org/mahdar/ontology#Country")
    CountryGroup = Iri("https://w3id.org/mahdar/ontology#CountryGroup")
    Organization = Iri("https://w3id.org/mahdar/ontology#Organization")
    Coalition = Iri("https://w3id.org/mahdar/ontology#Coalition")
    Place = Iri("https://w3id.org/mahdar/ontology#Place")
    Post = Iri("https://w3id.org/mahdar/ontology#Post")
    ArmedGroup = Iri("https://w3id.org/mahdar/ontology#ArmedGroup")
    Meeting = Iri("https://w3id.org/mahdar/ontology#Meeting")
    MeetingSeries = Iri("https://w3id.org/mahdar/ontology#MeetingSeries")
    Participation = Iri("https://w3id.org/mahdar/ontology#Participation")
    Tenure = Iri("https://w3id.org/mahdar/ontology#Tenure")
    Membership = Iri("https://w3id.org/mahdar/ontology#Membership")
    Count = Iri("https://w3id.org/mahdar/ontology#Count")
    Founding = Iri("https://w3id.org/mahdar/ontology#Founding")
    SideMeeting = Iri("https://w3id.org/mahdar/ontology#SideMeeting")
    Pledge = Iri("https://w3id.org/mahdar/ontology#Pledge")
    Statement = Iri("https://w3id.org/mahdar/ontology#Statement")
    Figure = Iri("https://w3id.org/mahdar/ontology#Figure")
    Article = Iri("https://w3id.org/mahdar/ontology#Article")
    topicMeeting = Iri("https://w3id.org/mahdar/ontology#topicMeeting")
    topicActor = Iri("https://w3id.org/mahdar/ontology#topicActor")
    topicPerson = Iri("https://w3id.org/mahdar/ontology#topicPerson")
    topicPost = Iri("https://w3id.org/mahdar/ontology#topicPost")
    topicBody = Iri("https://w3id.org/mahdar/ontology#topicBody")
    topicCollective = Iri("https://w3id.org/mahdar/ontology#topicCollective")
    topicMember = Iri("https://w3id.org/mahdar/ontology#topicMember")
    topicParticipant = Iri("https://w3id.org/mahdar/ontology#topicParticipant")
    topicMainMeeting = Iri("https://w3id.org/mahdar/ontology#topicMainMeeting")
    topicSpeaker = Iri("https://w3id.org/mahdar/ontology#topicSpeaker")
    topicAbout = Iri("https://w3id.org/mahdar/ontology#topicAbout")
    comparator = Iri("https://w3id.org/mahdar/ontology#comparator")
    Exactly = Iri("https://w3id.org/mahdar/ontology#Exactly")
    AtLeast = Iri("https://w3id.org/mahdar/ontology#AtLeast")
    About = Iri("https://w3id.org/mahdar/ontology#About")
    AtMost = Iri("https://w3id.org/mahdar/ontology#AtMost")
    unit = Iri("https://w3id.org/mahdar/ontology#unit")
    States = Iri("https://w3id.org/mahdar/ontology#States")
    Organizations = Iri("https://w3id.org/mahdar/ontology#Organizations")
    StatesAndOrganizations = Iri("https://w3id.org/mahdar/ontology#StatesAndOrganizations")
    asOf = Iri("https://w3id.org/mahdar/ontology#asOf")
    amount = Iri("https://w3id.org/mahdar/ontology#amount")
    currency = Iri("https://w3id.org/mahdar/ontology#currency")
    pledgePurpose = Iri("https://w3id.org/mahdar/ontology#pledgePurpose")
    unitText = Iri("https://w3id.org/mahdar/ontology#unitText")
    figureWhat = Iri("https://w3id.org/mahdar/ontology#figureWhat")
    figureYear = Iri("https://w3id.org/mahdar/ontology#figureYear")
    meetingKind = Iri("https://w3id.org/mahdar/ontology#meetingKind")
    Ministerial = Iri("https://w3id.org/mahdar/ontology#Ministerial")
    Summit = Iri("https://w3id.org/mahdar/ontology#Summit")
    Bilateral = Iri("https://w3id.org/mahdar/ontology#Bilateral")
    WorkingGroup = Iri("https://w3id.org/mahdar/ontology#WorkingGroup")
    Conference = Iri("https://w3id.org/mahdar/ontology#Conference")
    OtherMeeting = Iri("https://w3id.org/mahdar/ontology#OtherMeeting")
    hostCountry = Iri("https://w3id.org/mahdar/ontology#hostCountry")
    EventHeld = Iri("https://w3id.org/mahdar/ontology#EventHeld")
    ofCoalition = Iri("https://w3id.org/mahdar/ontology#ofCoalition")
    edition = Iri("https://w3id.org/mahdar/ontology#edition")
    firstIn = Iri("https://w3id.org/mahdar/ontology#firstIn")
    role = Iri("https://w3id.org/mahdar/ontology#role")
    Host = Iri("https://w3id.org/mahdar/ontology#Host")
    Chair = Iri("https://w3id.org/mahdar/ontology#Chair")
    CoChair = Iri("https://w3id.org/mahdar/ontology#CoChair")
    Inviter = Iri("https://w3id.org/mahdar/ontology#Inviter")
    Attendee = Iri("https://w3id.org/mahdar/ontology#Attendee")
    Representative = Iri("https://w3id.org/mahdar/ontology#Representative")
    Speaker = Iri("https://w3id.org/mahdar/ontology#Speaker")
    attendance = Iri("https://w3id.org/mahdar/ontology#attendance")
    Absent = Iri("https://w3id.org/mahdar/ontology#Absent")
    Attended = Iri("https://w3id.org/mahdar/ontology#Attended")
    represents = Iri("https://w3id.org/mahdar/ontology#represents")
    replacedBy = Iri("https://w3id.org/mahdar/ontology#replacedBy")
    tenureStatus = Iri("https://w3id.org/mahdar/ontology#tenureStatus")
    InOffice = Iri("https://w3id.org/mahdar/ontology#InOffice")
    FormerOffice = Iri("https://w3id.org/mahdar/ontology#FormerOffice")
    DesignateOffice = Iri("https://w3id.org/mahdar/ontology#DesignateOffice")
    since = Iri("https://w3id.org/mahdar/ontology#since")
    until = Iri("https://w3id.org/mahdar/ontology#until")
    membershipStatus = Iri("https://w3id.org/mahdar/ontology#membershipStatus")
    Member = Iri("https://w3id.org/mahdar/ontology#Member")
    Joining = Iri("https://w3id.org/mahdar/ontology#Joining")
    Leaving = Iri("https://w3id.org/mahdar/ontology#Leaving")
    FormerMember = Iri("https://w3id.org/mahdar/ontology#FormerMember")
    membershipRole = Iri("https://w3id.org/mahdar/ontology#membershipRole")
    memberCount = Iri("https://w3id.org/mahdar/ontology#memberCount")
    foundingStatus = Iri("https://w3id.org/mahdar/ontology#foundingStatus")
    Founded = Iri("https://w3id.org/mahdar/ontology#Founded")
    FoundingPlanned = Iri("https://w3id.org/mahdar/ontology#FoundingPlanned")
    ledBy = Iri("https://w3id.org/mahdar/ontology#ledBy")
    purpose = Iri("https://w3id.org/mahdar/ontology#purpose")
    sideTopic = Iri("https://w3id.org/mahdar/ontology#sideTopic")
    pledgeStatus = Iri("https://w3id.org/mahdar/ontology#pledgeStatus")
    Announced = Iri("https://w3id.org/mahdar/ontology#Announced")
    Promised = Iri("https://w3id.org/mahdar/ontology#Promised")
    Paid = Iri("https://w3id.org/mahdar/ontology#Paid")
    statedContent = Iri("https://w3id.org/mahdar/ontology#statedContent")
    figureValue = Iri("https://w3id.org/mahdar/ontology#figureValue")
    supportedBy = Iri("https://w3id.org/mahdar/ontology#supportedBy")
    denotes = Iri("https://w3id.org/mahdar/ontology#denotes")


class RDF:
    """`http://www.w3.org/1999/02/22-rdf-syntax-ns#`"""

    type = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    Statement = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement")
    subject = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    predicate = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    object = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")


class RDFS:
    """`http://www.w3.org/2000/01/rdf-schema#`"""

    label = Iri("http://www.w3.org/2000/01/rdf-schema#label")
    comment = Iri("http://www.w3.org/2000/01/rdf-schema#comment")


class XSD:
    """`http://www.w3.org/2001/XMLSchema#`"""

    string = Iri("http://www.w3.org/2001/XMLSchema#string")
    integer = Iri("http://www.w3.org/2001/XMLSchema#integer")
    decimal = Iri("http://www.w3.org/2001/XMLSchema#decimal")
    date = Iri("http://www.w3.org/2001/XMLSchema#date")
    gYear = Iri("http://www.w3.org/2001/XMLSchema#gYear")
    gYearMonth = Iri("http://www.w3.org/2001/XMLSchema#gYearMonth")
    boolean = Iri("http://www.w3.org/2001/XMLSchema#boolean")
    dateTime = Iri("http://www.w3.org/2001/XMLSchema#dateTime")


class SCHEMA:
    """`https://schema.org/`"""

    NewsArticle = Iri("https://schema.org/NewsArticle")
    datePublished = Iri("https://schema.org/datePublished")
    inLanguage = Iri("https://schema.org/inLanguage")
    publisher = Iri("https://schema.org/publisher")
    url = Iri("https://schema.org/url")
    headline = Iri("https://schema.org/headline")
    location = Iri("https://schema.org/location")
    startDate = Iri("https://schema.org/startDate")
    endDate = Iri("https://schema.org/endDate")
    eventStatus = Iri("https://schema.org/eventStatus")
    EventScheduled = Iri("https://schema.org/EventScheduled")
    EventPostponed = Iri("https://schema.org/EventPostponed")
    EventCancelled = Iri("https://schema.org/EventCancelled")
    foundingDate = Iri("https://schema.org/foundingDate")
    superEvent = Iri("https://schema.org/superEvent")
    name = Iri("https://schema.org/name")


class PROV:
    """`http://www.w3.org/ns/prov#`"""

    Entity = Iri("http://www.w3.org/ns/prov#Entity")
    Activity = Iri("http://www.w3.org/ns/prov#Activity")
    wasDerivedFrom = Iri("http://www.w3.org/ns/prov#wasDerivedFrom")
    wasGeneratedBy = Iri("http://www.w3.org/ns/prov#wasGeneratedBy")
    wasAttributedTo = Iri("http://www.w3.org/ns/prov#wasAttributedTo")
    wasAssociatedWith = Iri("http://www.w3.org/ns/prov#wasAssociatedWith")
    used = Iri("http://www.w3.org/ns/prov#used")
    SoftwareAgent = Iri("http://www.w3.org/ns/prov#SoftwareAgent")


class OA:
    """`http://www.w3.org/ns/oa#`"""

    SpecificResource = Iri("http://www.w3.org/ns/oa#SpecificResource")
    hasSource = Iri("http://www.w3.org/ns/oa#hasSource")
    hasSelector = Iri("http://www.w3.org/ns/oa#hasSelector")
    TextPositionSelector = Iri("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector = Iri("http://www.w3.org/ns/oa#TextQuoteSelector")
    start = Iri("http://www.w3.org/ns/oa#start")
    end = Iri("http://www.w3.org/ns/oa#end")
    exact = Iri("http://www.w3.org/ns/oa#exact")
    prefix = Iri("http://www.w3.org/ns/oa#prefix")
    suffix = Iri("http://www.w3.org/ns/oa#suffix")


class DCT:
    """`http://purl.org/dc/terms/`"""

    identifier = Iri("http://purl.org/dc/terms/identifier")
    source = Iri("http://purl.org/dc/terms/source")
    conformsTo = Iri("http://purl.org/dc/terms/conformsTo")


class SKOS:
    """`http://www.w3.org/2004/02/skos/core#`"""

    altLabel = Iri("http://www.w3.org/2004/02/skos/core#altLabel")
    prefLabel = Iri("http://www.w3.org/2004/02/skos/core#prefLabel")
    exactMatch = Iri("http://www.w3.org/2004/02/skos/core#exactMatch")
    closeMatch = Iri("http://www.w3.org/2004/02/skos/core#closeMatch")
    relatedMatch = Iri("http://www.w3.org/2004/02/skos/core#relatedMatch")
    broadMatch = Iri("http://www.w3.org/2004/02/skos/core#broadMatch")
    notation = Iri("http://www.w3.org/2004/02/skos/core#notation")
